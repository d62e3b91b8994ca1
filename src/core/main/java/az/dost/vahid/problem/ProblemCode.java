package az.dost.vahid.problem;

/** Stable codes of what a caller can be told, documented in {@code contracts/problems.md}. */
public enum ProblemCode {
    REQUEST_MALFORMED(400, "The request cannot be read", "Send one well-formed document as the contract describes it."),
    REQUEST_TOO_LARGE(413, "The request is too large", "Send at most 64 KiB."),
    FIELD_UNKNOWN(400, "The request has an unknown field", "Remove the field; the contract lists those there are."),
    FIELD_MISSING(400, "The request lacks a field", "Add the field."),
    FIELD_INVALID(400, "A field has a wrong value", "Correct the field as the contract describes it."),
    MEDIA_TYPE_UNSUPPORTED(
            415, "The request's media type is not supported", "Send one that the contract of this address names."),
    NOT_ACCEPTABLE(
            406,
            "No form of the dossier is acceptable",
            "Accept application/json, application/jose, application/xml or application/vnd.etsi.asic-e+zip."),
    UNAUTHENTICATED(401, "The requester is not known", "Send a valid access token."),
    NOT_GRANTED(403, "The requester may not do this", "Ask DOST for a grant of this service to your system."),
    OFFICIAL_UNPROVEN(
            403,
            "The token does not say which official acts",
            "Send an access token of the official who acts, made by our issuer for your system."),
    OFFICIAL_DIFFERS(
            403,
            "The token is another official's",
            "Name the official of the token, or send the token of the official whom you name."),
    APPROVAL_NEEDED(
            403,
            "The lookup needs an approval first",
            "Have it approved for this case, or ask your auditor; do not repeat it as it is."),
    SERVICE_UNKNOWN(422, "There is no such service", "Name a service that has a passport."),
    FACT_NOT_IN_SERVICE(422, "The service does not need this fact", "Ask only for facts of the service's passport."),
    DOSSIER_UNKNOWN(
            404, "There is no such dossier for this requester", "Use the dossierId of a dossier that you were given."),
    DOSSIER_EXPIRED(
            410,
            "The dossier's time is over",
            "Have a new dossier assembled; that there was one, its digest and its signature stay on record."),
    EXCHANGE_UNKNOWN(
            404,
            "There is no such exchange for this requester",
            "Use the X-Road-Id and the client of an exchange that you made or answered."),
    NOT_FOUND(404, "There is nothing at this address", "Use the addresses of the contract."),
    METHOD_NOT_ALLOWED(405, "The address does not take this method", "Use the methods of the contract."),
    EVENT_ID_USED(
            409,
            "The event's id was used for another event",
            "Give the event an id of its own, or repeat the first one unchanged."),
    DEAD_LETTER_UNKNOWN(404, "There is no such dead letter", "Use an id of the list of dead letters."),
    DEAD_LETTER_SETTLED(
            409,
            "The dead letter was replayed or dropped already",
            "Look at its state; a replay that failed again is a dead letter of its own."),
    TOO_MANY_REQUESTS(
            429, "Your system asks for more than it may at once", "Repeat the request after the time in Retry-After."),
    NOT_READY(503, "The gateway is starting or stopping", "Repeat the request after the time in Retry-After."),
    ISSUER_UNAVAILABLE(
            503, "The access token cannot be checked now", "Repeat the request after the time in Retry-After."),
    OFFER_EXCLUDED(
            409,
            "Another offer that was accepted excludes this one",
            "Wait until the other one is answered: of the two only one can be drawn."),
    OFFER_SETTLED(409, "The offer cannot take this step", "Look at where it stands; what has ended stays as it is."),
    RIGHTS_REFUSED(422, "The rules have errors", "Correct them as detail says; right check says the same."),
    SIMULATION_SETTLED(
            409, "The simulation was released or refused already", "Look at its state; ask for another one."),
    CREDENTIAL_UNFOUNDED(
            409,
            "Registers do not say what the credential would prove",
            "Correct the register that has it wrong, or bring the paper."),
    CREDENTIAL_UNDECIDED(
            409,
            "It is not known yet whether there is something to prove",
            "Ask again later: a register was silent, or its answer cannot be used."),
    GRANT_INVALID(
            400,
            "The code cannot be redeemed",
            "Ask for the credential again, and type the transaction code as shown."),
    KEY_PROOF_INVALID(400, "The proof of a key does not hold", "Prove each key with a JWT of its own for this issuer."),
    NONCE_INVALID(400, "The nonce cannot be used", "Fetch a new one, and prove the keys again."),
    PRESENTATION_INVALID(
            400, "What the wallet shows does not hold", "Show it again, with the wallet that holds the credential."),
    CORRECTION_OPEN(
            409,
            "A correction of this fact is open already",
            "Look at what became of it; ask again once the agency has decided."),
    QUESTION_ASKED(409, "You have asked about this lookup already", "Look at what became of your question."),
    NOTHING_TO_FOLLOW(
            409,
            "No source of the dossier can be asked again",
            "Use it as it is: every source has answered, or will not answer another time."),
    FOLLOW_UP_UNKNOWN(404, "The dossier is not followed", "Have it followed first."),
    CALLER_NOT_CONFIRMED(
            403,
            "The caller is not confirmed",
            "Do not say which answer is wrong; after three failures the line is closed for this person for an hour."),
    CALLER_NOT_CHECKED(
            503, "The caller's answers cannot be compared now", "Repeat the request after the time in Retry-After."),
    BULK_FILE_INVALID(
            422,
            "The file is no list of subjects",
            "Send CSV with the one column fin, or JSON lines of {\"fin\": ...}, with at least one row."),
    BULK_TOO_LONG(413, "The file has too many rows", "Send it in several files."),
    BULK_UNKNOWN(404, "There is no such bulk lookup for this requester", "Use the bulkId of one that you were given."),
    BULK_UNFINISHED(
            409,
            "The bulk lookup has no result",
            "Wait until its state is COMPLETED; one that was cancelled never has one."),
    BULK_ENDED(409, "The bulk lookup has ended", "Look at its state; there is nothing left to cancel."),
    ROLLOUT_CHANGED(
            409,
            "The rollout is another one than the proposal was made against",
            "Make the proposal again, and look at its difference."),
    OWN_PROPOSAL(403, "Nobody confirms what he proposed himself", "Have another operator confirm it."),
    OWN_MATTER(403, "Nobody decides in his own matter", "Have another auditor do it."),
    REPORT_SETTLED(409, "The report was released or refused already", "Look at its state; ask for another one."),
    PERIOD_UNKNOWN(404, "There is no report of this period", "Choose a period of the list of reports."),
    PERIOD_OPEN(409, "The period is not closed yet", "Come again after its closesAt in the list of reports."),
    CLOSING_ORDERED(
            409,
            "The period was ordered to be closed anew a short while ago",
            "See in the list of reports what came of it; order again a day later."),
    TABLE_UNKNOWN(
            404, "The report has no such table", "Choose one of the report's tables; there is no other dimension."),
    CENTRE_FOREIGN(403, "The centre is another manager's", "Ask for your own centre's report."),
    FILE_UNREADABLE(
            422,
            "The file is nothing that Vahid signs",
            "Send a container, a JWS, a signed XML document or a receipt, as it was given out."),
    IDEMPOTENCY_KEY_USED(
            409,
            "The idempotency key was used for another request",
            "Give this request a key of its own, or repeat the first one unchanged."),
    RECORD_UNAVAILABLE(503, "The record cannot be reached now", "Repeat the request after the time in Retry-After."),
    OVERLOADED(503, "Too many lookups are waiting", "Repeat the request after the time in Retry-After."),
    INTERNAL(500, "Something went wrong inside Vahid", "Repeat the request; quote the instance if it persists.");

    private static final int UNAVAILABLE = 503;
    private final int status;
    private final String title;
    private final String fix;

    ProblemCode(int status, String title, String fix) {
        this.status = status;
        this.title = title;
        this.fix = fix;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Whether whoever is told so is told too when to come again. */
    public boolean comesAgain() {
        return status == UNAVAILABLE || this == TOO_MANY_REQUESTS;
    }

    /** Whether it says nothing about what was asked: the same may succeed in a moment. */
    public boolean passes() {
        return this == INTERNAL || this == OVERLOADED || this == RECORD_UNAVAILABLE || this == ISSUER_UNAVAILABLE;
    }

    /** What the caller can do about it. */
    public String fix() {
        return fix;
    }
}
