package az.dost.vahid.check.form;

/** A request with its placeholders filled in, as the gateway would: for a person who is invented. */
public final class FilledRequest {
    public static final String FIN = "5AB1CD2";

    public static String of(String text) {
        return text.replace("{fin}", FIN)
                .replace("{requestId}", "6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d")
                .replace("{sentAt}", "2026-11-25T06:15:30.123Z")
                .replace("{page}", "1")
                .replace("{official}", "first.lookup")
                .replace("{caseRef}", "DEMO/1")
                .replace("{username}", "vahid")
                .replace("{secret}", "secret");
    }

    private FilledRequest() {}
}
