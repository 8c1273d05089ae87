package org.dorothydispatch.comparison;

/**
 * What is known of one customer, as numbers; each is 0 or more.
 *
 * @param broken promises broken without consent by visits of the last {@link RiskScore#DAYS_BACK} days
 * @param dearestBroken those of them about what the customer ranked highest
 * @param coming promises that visits planned for the next {@link RiskScore#DAYS_AHEAD} days break as they stand
 * @param dearestComing those of them about what the customer ranked highest
 * @param newFaces visits of the last {@link RiskScore#DAYS_BACK} days by somebody they did not know, unannounced
 * @param unanswered wishes and sentences without an answer
 * @param daysWaiting for the answer, or for the visit, that they have waited for longest
 */
public record RiskFacts(
        int broken, int dearestBroken, int coming, int dearestComing, int newFaces, int unanswered, int daysWaiting) {}
