package az.dost.vahid.kit;

import az.dost.vahid.check.Remark;
import az.dost.vahid.check.Remarks;
import az.dost.vahid.check.Severity;
import az.dost.vahid.command.Colours;
import picocli.CommandLine;

/** What a check has to say, for people: a line each. */
final class RemarkLines {
    static void print(Remarks remarks, CommandLine command) {
        for (Remark remark : remarks.sorted()) {
            command.getOut()
                    .println(
                            remark.severity() == Severity.ERROR
                                    ? Colours.error(command, remark.toString())
                                    : Colours.warning(command, remark.toString()));
        }
    }

    private RemarkLines() {}
}
