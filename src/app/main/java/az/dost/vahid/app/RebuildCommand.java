package az.dost.vahid.app;

import az.dost.vahid.journeys.tally.Rebuild;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** An operator has a month's figures counted again from the audit chain and the dossiers. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description =
                "Count a month again from the audit chain and the dossiers that are kept. Gateways may run meanwhile: what they would count waits until it is done, lookups do not."
                        + " A report that was closed stays as it is. Further arguments are the settings of the gateways.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the figures are those of the chain",
            "1:nothing was changed; it says why",
            "2:wrong arguments"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  vahid report rebuild --month 2026-10 --spring.config.additional-location=file:gateway.yaml"})
final class RebuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--month",
            required = true,
            paramLabel = "MONTH",
            description = "The month, in Baku, such as 2026-10.")
    private String month;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        YearMonth wanted = month();
        Rebuild.Outcome outcome = RecordAlone.rebuilt(settings, wanted);
        if (outcome == null) {
            return 1;
        }
        if (outcome.gone() > 0) {
            spec.commandLine()
                    .getErr()
                    .println("Nothing was changed: " + outcome.gone() + " of the dossiers of " + wanted
                            + " are not kept any more or were changed,"
                            + " so the month cannot be counted again. Its figures stay as they are.");
            return 1;
        }
        spec.commandLine()
                .getOut()
                .println(wanted + " was counted again, from " + outcome.entries() + " entries of the audit chain. "
                        + (outcome.different() == 0
                                ? "Its figures are what they were."
                                : outcome.different() + " figures were not what they are now."));
        return 0;
    }

    private YearMonth month() {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw new ParameterException(spec.commandLine(), "--month must be a year and a month, such as 2026-10");
        }
    }
}
