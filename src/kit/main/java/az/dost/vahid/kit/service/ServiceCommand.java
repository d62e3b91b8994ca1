package az.dost.vahid.kit.service;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done to the catalogue of services. */
@Command(
        name = "service",
        mixinStandardHelpOptions = true,
        subcommands = {ServiceImportCommand.class, ServiceCheckCommand.class},
        description = "Take in and check the catalogue: which services there are, and what is known of them.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the command found errors, or failed", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid service check",
            "  vahid service import services.csv --source \"DOST, list of 1 December 2026\" --dated 2026-12-01"
        })
public final class ServiceCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the services");
    }
}
