package org.dorothydispatch.schedule;

/**
 * The route that the visits of an agreement belong on.
 *
 * @param route its code
 */
public record AgreedRoute(String agreement, String route) {}
