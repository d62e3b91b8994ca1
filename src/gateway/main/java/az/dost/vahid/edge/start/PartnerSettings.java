package az.dost.vahid.edge.start;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.core.io.support.ResourcePatternResolver;

/** What a gateway needs for partners who have their files at an SFTP server of their own. */
final class PartnerSettings {
    static void check(SettingsReader settings, ResourcePatternResolver resources) {
        Path keys = settings.path("vahid.keys");
        boolean identity = keys != null && Files.exists(keys.resolve("sftp_identity"));
        String folder = settings.value("vahid.transfers.partners");
        if (!identity && folder.matches("(file|classpath):.+")) {
            YamlFiles.each(resources, folder + "/*.yaml", partner -> password(settings, partner));
        }
    }

    private static void password(SettingsReader settings, JsonNode partner) {
        if (partner.path("sftp").isTextual()) {
            String id = partner.path("id").asText();
            settings.need(
                    "vahid.secrets.sftp." + id,
                    "The password at the SFTP server of the partner " + id + " (none with sftp_identity in vahid.keys)",
                    "${SFTP_" + id.toUpperCase(Locale.ROOT).replace('-', '_') + "}");
        }
    }

    private PartnerSettings() {}
}
