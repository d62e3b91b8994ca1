package az.dost.vahid.verify;

import az.dost.vahid.record.Report;
import java.io.PrintWriter;

/** A report as a person reads it. */
final class Words {
    /** Prints it and gives the exit code. */
    static int say(PrintWriter out, String what, Report report) {
        out.println(what + (report.wrong().isEmpty() ? " holds:" : " DOES NOT HOLD:"));
        report.wrong().forEach(line -> out.println("  - " + line));
        if (!report.wrong().isEmpty() && !report.holds().isEmpty()) {
            out.println("Apart from that:");
        }
        report.holds().forEach(line -> out.println("  - " + line));
        out.flush();
        return report.wrong().isEmpty() ? 0 : 1;
    }

    private Words() { }
}
