package org.dorothydispatch.printing;

import java.time.ZonedDateTime;
import java.util.List;
import org.dorothydispatch.comparison.OfficeLine;
import org.dorothydispatch.comparison.Period;

/**
 * The figures of a period on paper.
 *
 * @param title what it is, with the period
 * @param lines as they stand on the screen, all together last
 * @param upToDate whether everything that happened is counted
 * @param printedAt on the clock of the first office
 */
record FigureSheet(String title, Period period, List<OfficeLine> lines, boolean upToDate, ZonedDateTime printedAt) {}
