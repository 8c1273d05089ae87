package org.dorothydispatch.travel;

/**
 * The great-circle distance by the haversine formula, made longer by a detour factor and driven at one speed: the
 * {@code drive(a, b)} of the checks.
 */
public final class StraightLine implements TravelTimes {

    private static final double EARTH_RADIUS_KM = 6371.0088;

    private final double detour;
    private final double kilometresPerHour;

    /** Roads 1.3 times as long as the straight line, 40 km in an hour. */
    public StraightLine() {
        this(1.3, 40);
    }

    public StraightLine(double detour, double kilometresPerHour) {
        if (!(detour > 0) || !(kilometresPerHour > 0)) {
            throw new IllegalArgumentException("The detour factor (%s) and the speed (%s) must be above zero."
                    .formatted(detour, kilometresPerHour));
        }
        this.detour = detour;
        this.kilometresPerHour = kilometresPerHour;
    }

    @Override
    public double driveMinutes(double latitudeFrom, double longitudeFrom, double latitudeTo, double longitudeTo) {
        return 60 * detour * kilometres(latitudeFrom, longitudeFrom, latitudeTo, longitudeTo) / kilometresPerHour;
    }

    /** The great-circle distance. */
    public static double kilometres(double latitudeFrom, double longitudeFrom, double latitudeTo, double longitudeTo) {
        double from = Math.toRadians(latitudeFrom);
        double to = Math.toRadians(latitudeTo);
        double north = Math.sin((to - from) / 2);
        double east = Math.sin(Math.toRadians(longitudeTo - longitudeFrom) / 2);
        double h = north * north + Math.cos(from) * Math.cos(to) * east * east;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, h)));
    }
}
