package az.dost.vahid.app;

import az.dost.vahid.command.CommandFailure;
import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.command.RecordDatabaseOptions;
import az.dost.vahid.journeys.report.order.ClosingReason;
import az.dost.vahid.journeys.report.order.ReportOrders;
import az.dost.vahid.logging.PlainText;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** An operator has a closed period's report made anew, as a correction. */
@Command(
        name = "close",
        mixinStandardHelpOptions = true,
        description =
                "Have a closed month or quarter closed anew, as a new version beside the earlier ones: after 'report rebuild', or where a rule has changed. A gateway does it"
                        + " within a minute, with the quarter of the month. Nothing is made where nothing has changed. A period that was never closed closes by itself.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:ordered", "1:the period was never closed, or the command failed", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid report close --month 2026-10 --by \"A. Operator\" --because \"entries of 30 October came late\""
        })
final class CloseCommand implements QuietCommand {
    private static final int LONGEST = ClosingReason.LONGEST;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who orders it.")
    private String by;

    @Option(
            names = "--because",
            required = true,
            paramLabel = "TEXT",
            description = "Why, without personal data; every reader of the report sees it.")
    private String because;

    @Option(names = "--json", description = "Print what was ordered as JSON.")
    private boolean json;

    @Mixin
    private RecordDatabaseOptions database;

    /** One period. */
    static final class Which {
        @Option(names = "--month", paramLabel = "MONTH", description = "The month, such as 2026-10.")
        private String month;

        @Option(names = "--quarter", paramLabel = "QUARTER", description = "The quarter, such as 2026-Q4.")
        private String quarter;
    }

    @Override
    public int run() {
        String period = which.month == null ? which.quarter : which.month;
        String name = text("--by", by);
        String reason = text("--because", because);
        if (!period.matches(which.month == null ? "[0-9]{4}-Q[1-4]" : "[0-9]{4}-(0[1-9]|1[0-2])")) {
            throw new ParameterException(
                    spec.commandLine(),
                    which.month == null
                            ? "--quarter must be a year and a quarter, such as 2026-Q4"
                            : "--month must be a year and a month, such as 2026-10");
        }
        if (ClosingReason.hasFin(reason)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--because has a word of the form of a FIN: every reader of the report sees it");
        }
        if (!ReportOrders.keep(database.url(spec), period, name, reason)) {
            throw new CommandFailure("Nothing was ordered: the report of " + period
                    + " was never closed. It closes by itself when its time has come");
        }
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(JsonNodeFactory.instance
                            .objectNode()
                            .put("period", period)
                            .put("ordered", true)
                            .toPrettyString());
            return 0;
        }
        spec.commandLine()
                .getOut()
                .println(
                        "The report of " + period
                                + " is ordered anew. A gateway makes it within a minute or so; the list of reports shows the new version, or that nothing has changed.");
        return 0;
    }

    private String text(String option, String given) {
        if (given.isBlank() || given.length() > LONGEST) {
            throw new ParameterException(spec.commandLine(), option + " has between 1 and " + LONGEST + " characters");
        }
        return PlainText.of(given.strip());
    }
}
