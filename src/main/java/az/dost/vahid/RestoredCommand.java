package az.dost.vahid;

import az.dost.vahid.anchor.Restoration;
import az.dost.vahid.logging.HiddenSecrets;
import az.dost.vahid.logging.PlainText;
import az.dost.vahid.record.Restored;
import az.dost.vahid.start.StartCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.beans.BeansException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** An operator says that the database was restored to an earlier time. Until then no root is signed over a record that is behind its anchors. */
@Command(name = "restored", mixinStandardHelpOptions = true,
        description = "Say that the database was restored to an earlier time: the record goes on with a signed entry that says what is missing. Further arguments are the"
                + " settings of the gateways, which best have not started yet.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:the record goes on", "1:it could not be told; the report says why", "2:wrong arguments"})
final class RestoredCommand implements Callable<Integer> {
    private static final int LONGEST = 500;
    @Spec
    private CommandSpec spec;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who says so; it stands in the record for ever.")
    private String by;

    @Option(names = "--because", required = true, paramLabel = "TEXT", description = "What happened and to which time it was restored, without personal data; it stands in the record for ever.")
    private String because;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        String name = text("--by", by);
        String reason = text("--because", because);
        SpringApplication application = new SpringApplication(RecordAlone.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        // Only what writes an entry and a root: no agency is called and nothing is listened to.
        application.setLazyInitialization(true);
        application.setLogStartupInfo(false);
        application.addInitializers(new StartCheck());
        // That roots are missing is what it tells itself.
        application.setDefaultProperties(Map.of("logging.level.az.dost.vahid.trust", "OFF"));
        ConfigurableApplicationContext context;
        try {
            context = application.run(settings.toArray(String[]::new));
        } catch (RuntimeException e) {
            // It has been reported, as that of a gateway's start is.
            return 1;
        }
        try (context) {
            Restored restored = context.getBean(Restoration.class).carryOn(name, reason);
            spec.commandLine().getOut().println("The record goes on. Its entry says: " + restored.told());
        } catch (BeansException e) {
            throw new IllegalStateException(HiddenSecrets.in(String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage())), e);
        }
        return 0;
    }

    private String text(String option, String given) {
        if (given.isBlank() || given.length() > LONGEST) {
            throw new ParameterException(spec.commandLine(), option + " has between 1 and " + LONGEST + " characters");
        }
        return PlainText.of(given.strip());
    }
}
