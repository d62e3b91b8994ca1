package az.dost.vahid.problem;

/** A request is answered with a problem; nothing has been done for it. */
public final class ProblemException extends RuntimeException {
    private final ProblemCode code;
    private final String field;
    private final String detail;
    private final String fix;

    public ProblemException(ProblemCode code) {
        this(code, null, null);
    }

    /**
     * @param field dotted path of the field at fault, null when none is
     * @param detail what is wrong with this request, without any value of it; null when the title says it all
     */
    public ProblemException(ProblemCode code, String field, String detail) {
        this(code, field, detail, null);
    }

    /**
     * One of which something else is to be done than its code says.
     *
     * @param fix what whoever asks does about it; null for what the code says
     */
    public ProblemException(ProblemCode code, String field, String detail, String fix) {
        super(code + (field == null ? "" : " " + field) + (detail == null ? "" : ": " + detail), null, false, false);
        this.code = code;
        this.field = field;
        this.detail = detail;
        this.fix = fix;
    }

    public ProblemCode code() {
        return code;
    }

    public String field() {
        return field;
    }

    public String detail() {
        return detail == null ? code.title() + "." : detail;
    }

    public String fix() {
        return fix == null ? code.fix() : fix;
    }
}
