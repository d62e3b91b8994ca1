package az.dost.vahid.journeys.tally;

/**
 * What a row of {@code report_tally} counts. Its columns {@code a} and {@code b} are empty where nothing is said of
 * them, and {@code n} is how many. Service, centre and channel are those of the lookup; acts that are no lookups have
 * none. Hours begin as they do in UTC; a month is one in Baku.
 *
 * <p>What tells of a person or of a disability ({@code PERSON_}, {@code DISABILITY}, {@code OTHER_}) is counted in the
 * first hour of its month, without service, centre and channel: by the hour and centre, rows of one case would stand
 * together.
 *
 * <p>A case is what has one requester, case reference, service and person. It counts once a month, by its last dossier
 * in that month, in the hour in which that was asked for.
 */
public enum Measure {
    /** Cases. */
    CASES,
    /** Cases of a living person, whose right is in no doubt, of which each paper is known not to be needed. */
    DOCUMENT_FREE,
    /** Cases by what they came to; a: {@code FREE NEEDED UNDECIDED DECEASED}. */
    OUTCOME,
    /** Cases by the time from question to dossier; a: tenths of a second, rounded up. */
    TOOK,
    /** Cases by a paper that the citizen was not asked for; a: the document. */
    NOT_ASKED,
    /** Of those, papers that a citizen would have fetched; a: the document. */
    COLLECTED,
    /** Visits saved: cases by each authority that issues one of those; a: the authority, as the passport names it. */
    VISITS,
    /** Cases by a paper that is still needed; a: the document. */
    STILL_ASKED,
    /** Lookups by an agency that could not be asked; a: the agency. */
    IN_VAIN,
    /** Of those, lookups whose case has the agency's answer in a later dossier, within 24 hours; a: the agency. */
    COMPLETED,
    /** Lookups by agency; a: the agency, b: the verdict of its row, as {@code dossier.schema.json} has it. */
    AGENCY_ANSWER,
    /** Of those that were rejected; a: the agency, b: the reason's code. */
    AGENCY_REJECTED,
    /**
     * Lookups by an agency's time; a: the agency, b: tenths of a second, rounded up. Of verdicts without facts no such
     * time is kept.
     */
    AGENCY_TOOK,
    /**
     * Cases by a fact of which agencies disagree; a: the fact, b: two agencies in the order of their names,
     * {@code one+other}.
     */
    CONFLICT,
    /**
     * Cases by person; a: {@code F}, {@code M} or {@code UNKNOWN}, b: {@code 0-17 18-29 30-44 45-59 60-69 70+} or
     * {@code UNKNOWN}.
     */
    PERSON_CASES,
    /** Of those, cases that are {@link #DOCUMENT_FREE}; a and b as there. */
    PERSON_FREE,
    /** Cases by person and time; a: sex and age, such as {@code F 18-29}, b: tenths of a second. */
    PERSON_TOOK,
    /**
     * Cases whose dossier tells a disability; a: what of it ({@code BAND CAUSE SEX AGE REGION CHANNEL AID
     * REASSESSMENT}), b: its value.
     */
    DISABILITY,
    /** Cases whose dossier tells a disability. */
    DISABILITY_CASES,
    /** Of those, cases that are {@link #DOCUMENT_FREE}. */
    DISABILITY_FREE,
    /** Cases whose dossier tells a disability; a: tenths of a second. */
    DISABILITY_TOOK,
    /** All other cases. */
    OTHER_CASES,
    /** Of those, cases that are {@link #DOCUMENT_FREE}. */
    OTHER_FREE,
    /** All other cases; a: tenths of a second. */
    OTHER_TOOK,
    /**
     * Refusals of lookups, by the service that was asked for, empty where the request did not come so far or there is
     * no such service; a: the problem's code.
     */
    REFUSAL,
    /** Corrections that citizens asked for; a: the agency. */
    CORRECTION,
    /** Corrections that came to an end, in the hour of that; a: the state, b: whole days since they were asked for. */
    CORRECTION_ENDED,
    /** Citizens who looked who had looked, each once a day (Baku). */
    VIEW,
    /**
     * Hits on the auditors' list, in the hour in which the chain was told; a: {@code BY_RULE} or {@code BY_CITIZEN},
     * who asked about a lookup.
     */
    HIT_OPENED,
    /** Hits that were closed; a: the reason, b: whole hours since the hit. */
    HIT_CLOSED,
    /**
     * Slips that citizens rated, by the centre and service of the slip; a: stars, 1 to 5, b: {@code COMPLAINT} where
     * something was written with it.
     */
    RATING,
    /**
     * Steps of offers of rights, by the month; a: the right, b: {@code OFFERED ACCEPTED DECLINED WITHDRAWN EXPIRED
     * AWARDED REFUSED OVERDUE}.
     */
    RIGHT_OFFER,
    /** Offers that were refused, by the month; a: the right, b: the reason. */
    RIGHT_REFUSED,
    /**
     * Offers that were accepted or answered, by the month; a: the right, a slash and {@code ACCEPTED} or
     * {@code ANSWERED}, b: whole days since it was made.
     */
    RIGHT_TOOK,
    /** First looks at a right of somebody of which something was not known, by the month; a: the right. */
    RIGHT_UNDECIDED,
    /**
     * Those, by what did not say it; a: the right, b: the agency, {@code DISPUTED} where registers disagree,
     * {@code NO_REGISTER} for what none has.
     */
    RIGHT_UNHEARD
}
