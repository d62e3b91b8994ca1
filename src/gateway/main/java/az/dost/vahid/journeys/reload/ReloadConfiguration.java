package az.dost.vahid.journeys.reload;

import az.dost.vahid.check.Kit;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.EndpointFile;
import az.dost.vahid.connector.VersionArchive;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.sources.agency.RunningAgencies;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class ReloadConfiguration {
    /** Before anything is read by them. */
    @Bean
    VersionArchive versionArchive(@Value("${vahid.data}") Path data, Catalogue catalogue, JdbcTemplate jdbc) {
        VersionArchive archive = new VersionArchive(data, jdbc);
        catalogue.folders().forEach(archive::keep);
        return archive;
    }

    @Bean
    EndpointFile endpointFile(@Value("${vahid.connectors:}") String folder) {
        return EndpointFile.of(folder);
    }

    /** Only with a folder to watch: its check reads the built-in connectors once more. */
    @Bean
    @Conditional(FolderOfConnectors.class)
    ConnectorReload connectorReload(
            @Value("${vahid.connectors}") String folder,
            @Value("${vahid.connectors-every-ms:2000}") long everyMs,
            Catalogue catalogue,
            RunningAgencies agencies,
            VersionArchive versions,
            EndpointFile endpoints,
            Jobs jobs) {
        ConnectorReload reload =
                new ConnectorReload(Path.of(folder), Kit.check(), catalogue, agencies, versions, endpoints);
        reload.start(Duration.ofMillis(everyMs), jobs);
        return reload;
    }

    /** Which version of which connector runs, at the management endpoint info. */
    @Bean
    InfoContributor connectorVersions(Catalogue catalogue) {
        return info -> {
            Map<String, String> versions = new TreeMap<>();
            catalogue
                    .folders()
                    .forEach(folder -> versions.put(folder.connector().id(), folder.version()));
            info.withDetail("connectors", versions);
        };
    }
}
