package az.dost.vahid.journeys.desk;

import java.time.Instant;

/** That an official looked somebody up, and when. */
public record DeskMark(String official, Instant at) {}
