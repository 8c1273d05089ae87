package org.dorothydispatch.travel;

/** How long a drive takes; another source may stand in for {@link StraightLine}. */
public interface TravelTimes {

    /** Minutes from one place to another, degrees of latitude and longitude; never negative, zero for the same place. */
    double driveMinutes(double latitudeFrom, double longitudeFrom, double latitudeTo, double longitudeTo);
}
