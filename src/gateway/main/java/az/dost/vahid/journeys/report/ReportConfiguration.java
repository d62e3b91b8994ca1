package az.dost.vahid.journeys.report;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.journeys.report.export.DcatCatalogue;
import az.dost.vahid.journeys.report.export.JsonStat;
import az.dost.vahid.journeys.report.export.ReportLabels;
import az.dost.vahid.journeys.report.order.ReportOrders;
import az.dost.vahid.journeys.tally.Recounts;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.wiring.Beans;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReportSettings.class)
@Beans({ReportVersions.class, ReportOrders.class, ClosingHandler.class, ReportCalendar.class, PublishedReports.class})
class ReportConfiguration {
    @Bean
    TallyReader tallyReader(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new TallyReader(jdbc.getDataSource(), new TransactionTemplate(transactions));
    }

    @Bean
    ClosingJob reportClosing(
            TallyReader tallies,
            JdbcTemplate jdbc,
            ReportOrders orders,
            Recounts recounts,
            ReportVersions versions,
            ReportCalendar calendar,
            PassportCatalogue passports,
            CanonicalFacts facts,
            Catalogue connectors,
            AccessPolicy access,
            DossierSigner signer,
            ReportSettings settings) {
        ReportRules rules = new ReportRules(
                passports,
                facts,
                connectors::sourcesOf,
                access,
                settings.disabilityFacts(),
                settings.visit(),
                settings.computed());
        return new ClosingJob(
                new PeriodClosing(tallies, new ChainParts(jdbc), versions, rules, signer, Baku.CLOCK),
                calendar,
                versions,
                orders,
                recounts,
                Baku.CLOCK);
    }

    @Bean
    ReportFiles reportFiles(PassportCatalogue passports) {
        return new ReportFiles(new JsonStat(new ReportLabels(
                SingletonSupplier.of(Wordbook::builtIn),
                code -> passports
                        .find(code)
                        .map(passport ->
                                new Word(passport.title().az(), passport.title().en())))));
    }

    @Bean
    ReportHandler reportHandler(
            PublishedReports reports,
            ReportCalendar calendar,
            ReportVersions versions,
            ReportOrders orders,
            ReportFiles files) {
        return new ReportHandler(reports, new PeriodList(calendar, versions, orders), files, Baku.CLOCK);
    }

    @Bean
    OpenDataHandler openDataHandler(
            PublishedReports reports, ReportVersions versions, ReportFiles files, ReportSettings settings) {
        return new OpenDataHandler(
                reports,
                versions,
                files,
                new DcatCatalogue(
                        settings.openData().address(), settings.openData().licence()));
    }
}
