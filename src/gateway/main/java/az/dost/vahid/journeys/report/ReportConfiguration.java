package az.dost.vahid.journeys.report;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.journeys.report.export.DcatCatalogue;
import az.dost.vahid.journeys.report.export.JsonStat;
import az.dost.vahid.journeys.report.export.ReportLabels;
import az.dost.vahid.journeys.report.order.ReportOrders;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

@Configuration(proxyBeanMethods = false)
class ReportConfiguration {
    @Bean
    TallyReader tallyReader(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new TallyReader(jdbc.getDataSource(), new TransactionTemplate(transactions));
    }

    @Bean
    ReportVersions reportVersions(JdbcTemplate jdbc, ActRecord acts) {
        return new ReportVersions(jdbc, acts);
    }

    @Bean
    ReportCalendar reportCalendar(TallyReader tallies) {
        return new ReportCalendar(tallies, Baku.CLOCK);
    }

    @Bean
    ReportOrders reportOrders(JdbcTemplate jdbc, ActRecord acts) {
        return new ReportOrders(jdbc, acts);
    }

    @Bean
    ClosingJob reportClosing(
            TallyReader tallies,
            JdbcTemplate jdbc,
            ReportOrders orders,
            ReportVersions versions,
            ReportCalendar calendar,
            PassportCatalogue passports,
            CanonicalFacts facts,
            Catalogue connectors,
            AccessPolicy access,
            DossierSigner signer,
            @Value("${vahid.report.disability-facts}") Set<String> tellDisability,
            @Value("${vahid.report.visit.minutes}") int minutes,
            @Value("${vahid.report.visit.source}") String source) {
        ReportRules rules = new ReportRules(
                passports, facts, connectors::sourcesOf, access, tellDisability, new VisitTime(minutes, source));
        return new ClosingJob(
                new PeriodClosing(tallies, new ChainParts(jdbc), versions, rules, signer, Baku.CLOCK),
                calendar,
                versions,
                orders,
                Baku.CLOCK);
    }

    @Bean
    PublishedReports publishedReports(
            ReportVersions versions, ReportCalendar calendar, DossierSigner signer, @Value("${vahid.keys}") Path keys) {
        List<X509Certificate> certificates = new ArrayList<>(List.of(signer.signerCertificate()));
        Path file = keys.resolve("gateway-dossier.pem");
        if (Files.exists(file)) {
            GatewayProof.of(file).certificates().stream()
                    .filter(one -> !certificates.contains(one))
                    .forEach(certificates::add);
        }
        return new PublishedReports(versions, calendar, new GatewayProof(certificates), Baku.CLOCK);
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
    ReportsDesk reportsDesk(
            PublishedReports reports,
            ReportCalendar calendar,
            ReportVersions versions,
            ReportOrders orders,
            ReportFiles files) {
        return new ReportsDesk(reports, new PeriodList(calendar, versions, orders), files, Baku.CLOCK);
    }

    @Bean
    ClosingDesk closingDesk(PublishedReports reports, ReportOrders orders) {
        return new ClosingDesk(reports, orders);
    }

    @Bean
    OpenDataDesk openDataDesk(
            PublishedReports reports,
            ReportVersions versions,
            ReportFiles files,
            @Value("${vahid.report.open-data.address}") String address,
            @Value("${vahid.report.open-data.licence}") String licence) {
        return new OpenDataDesk(reports, versions, files, new DcatCatalogue(address, licence));
    }
}
