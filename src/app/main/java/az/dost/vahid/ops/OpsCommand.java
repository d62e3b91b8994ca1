package az.dost.vahid.ops;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What operators ask of a running gateway, at its port for operators. */
@Command(
        name = "ops",
        mixinStandardHelpOptions = true,
        subcommands = {
            OverviewCommand.class,
            HistoryCommand.class,
            TrailCommand.class,
            DeadLettersCommand.class,
            DropsCommand.class,
            WorkCommand.class,
            RightsCommand.class,
            SubscriptionsCommand.class,
            RolloutsCommand.class,
            PartnersCommand.class,
            CertificatesCommand.class,
            MembersCommand.class,
            DiagnosticsCommand.class
        },
        description = "Ask a running gateway how agencies and gateways are, what became of a lookup, and what"
                + " waits; replay, drop, roll out, and let partners in.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  VAHID_OPS_TOKEN=... vahid ops overview                            # an operator's access"
                    + " token; or --token-file",
            "  vahid ops overview --check                                        # for a script: 1 where"
                    + " something is wrong",
            "  vahid ops trail --dossier 01939c5e-6f6b-7c6e-9d8e-1f2a3b4c5d6e    # what became of one lookup"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the gateway refused, or does not answer", "2:wrong arguments"})
public final class OpsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to look at: " + String.join(", ", spec.subcommands().keySet()));
    }
}
