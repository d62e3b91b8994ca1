package az.dost.vahid.edge.start;

import java.util.regex.Pattern;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * In a sandbox whoever applies asks at once, so there must be nobody real to ask about: a gateway that could reach an
 * agency beyond this machine, or take one in while it runs, does not start as one.
 */
final class SandboxSettings {
    private static final String SANDBOX = "vahid.admission.sandbox";
    private static final Pattern PLAYED = Pattern.compile("(https?|sftp)://([a-z]+@)?localhost(:\\d{1,5})?(/.*)?");
    /** Where the demonstration's agencies lay files. */
    private static final String DROPS = "vahid.mocks.drops";

    /** @param servers whether this is the demonstration, which has agencies of its own */
    static void check(SettingsReader settings, boolean servers, ResourcePatternResolver resources) {
        if (settings.value(SANDBOX).isEmpty() || settings.value(SANDBOX).equalsIgnoreCase("false")) {
            return;
        }
        if (!servers) {
            wrong(settings, SANDBOX, "is not false, and only the demonstration may be a sandbox: nobody there is real");
            return;
        }
        if (!settings.value("vahid.connectors").isEmpty()) {
            wrong(settings, "vahid.connectors", "is set, and a sandbox takes no agency in while it runs");
        }
        YamlFiles.each(resources, "classpath:connectors/*/connector.yaml", connector -> {
            String name = "vahid.endpoints." + connector.path("endpoint").asText();
            if (!played(settings, settings.value(name)) && !settings.told(name)) {
                wrong(settings, name, "is no address of the demonstration, and in a sandbox all agencies are played");
            }
        });
    }

    private static boolean played(SettingsReader settings, String address) {
        return PLAYED.matcher(address).matches()
                || !settings.value(DROPS).isEmpty()
                        && address.startsWith("file:" + settings.value(DROPS) + "/")
                        && !address.contains("..");
    }

    private static void wrong(SettingsReader settings, String name, String wrong) {
        settings.add(MissingSetting.wrong(name, wrong, ""));
    }

    private SandboxSettings() {}
}
