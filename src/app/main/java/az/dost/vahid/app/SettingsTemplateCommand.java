package az.dost.vahid.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** A file of settings to fill in: what a gateway with these connectors must have, and what it may. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description =
                "Print a file of all settings to fill in: those that a gateway must have, the agencies' among them, and all others with their defaults;"
                        + " further arguments are settings, such as --vahid.connectors=<folder>.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "1:a file of settings cannot be read", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid settings template > gateway.yaml",
            "  vahid settings template --vahid.connectors=connectors > gateway.yaml"
        })
final class SettingsTemplateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(SettingsTemplate.of(SettingsCommand.environment(settings)));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
