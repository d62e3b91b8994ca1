package az.dost.vahid.journeys.verify;

import az.dost.vahid.proof.record.check.Report;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;

/** A report as a person reads it. */
public final class ReportText {
    /** Prints it, as JSON or in sentences, and gives the exit code. */
    public static int say(PrintWriter out, String what, Report report, boolean json) {
        if (json) {
            ObjectNode said = JsonNodeFactory.instance
                    .objectNode()
                    .put("holds", report.wrong().isEmpty());
            report.about().forEach(said::put);
            report.wrong().forEach(said.putArray("wrong")::add);
            report.holds().forEach(said.putArray("right")::add);
            report.noted().forEach(said.putArray("noted")::add);
            out.println(said.toPrettyString());
            out.flush();
            return report.wrong().isEmpty() ? 0 : 1;
        }
        out.println(what + (report.wrong().isEmpty() ? " holds:" : " DOES NOT HOLD:"));
        report.about().forEach((name, value) -> out.println("  " + name + ": " + value));
        report.wrong().forEach(line -> out.println("  - " + line));
        if (!report.wrong().isEmpty() && !report.holds().isEmpty()) {
            out.println("Apart from that:");
        }
        report.holds().forEach(line -> out.println("  - " + line));
        if (!report.noted().isEmpty()) {
            out.println("To be noted:");
            report.noted().forEach(line -> out.println("  - " + line));
        }
        out.flush();
        return report.wrong().isEmpty() ? 0 : 1;
    }

    private ReportText() {}
}
