package az.dost.vahid.calendar;

import java.time.Clock;
import java.time.ZoneId;

/** A day in facts, dossiers, papers and files is a day in Baku. */
public final class Baku {
    public static final ZoneId ZONE = ZoneId.of("Asia/Baku");
    /** Says what day it is there. */
    public static final Clock CLOCK = Clock.system(ZONE);

    private Baku() {}
}
