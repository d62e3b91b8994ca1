package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.stream.Collectors;

/** The disability expertise's answer: the decision with its band, and the rehabilitation plan if there is one. */
final class Decision {
    static final String NAMESPACE = "urn:az:tser:qerar";
    private static final BakuTime TIME = BakuTime.as("yyyyMMddHHmmss");
    private static final BakuTime DAY = BakuTime.as("yyyyMMdd");
    private static final CodeList CAUSES =
            new CodeList(Map.of("GENERAL", "UX", "CHILDHOOD", "UE", "WAR", "HT", "WORK", "IQ"));
    private static final CodeList DEVICES =
            new CodeList(Map.of("PROSTHESIS", "PROTEZ", "WHEELCHAIR", "ƏLİL ARABASI", "HEARING_AID", "EŞİTMƏ APARATI"));

    static XmlReply of(Entry entry, String requestId, ZonedDateTime now) {
        XmlReply reply = XmlReply.qualified(NAMESPACE, "q", "oxuQerarCavab");
        reply.add("muraciet")
                .add("kod", requestId)
                .add("ferdiKod", entry.fin())
                .add("cavablandirilib", TIME.write(now));
        Facts.Disability disability = entry.fact("disability");
        if (disability != null) {
            reply.add("qerar")
                    .add("faizHeddi", disability.percentFrom() + "-" + disability.percentTo())
                    .add("sebeb", CAUSES.of(disability.cause()))
                    .add("baxisGunu", DAY.write(disability.since()))
                    .add("tekrarBaxis", term(disability.reviewOn()));
        }
        Facts.Rehabilitation plan = entry.fact("rehabilitation");
        if (plan != null) {
            reply.add("reabilitasiya")
                    .with("nomre", plan.planNumber())
                    .with("evvel", DAY.write(plan.from()))
                    .with("son", term(plan.until()))
                    .add("vasiteler", plan.devices().stream().map(DEVICES::of).collect(Collectors.joining(";")));
        }
        return reply;
    }

    private static String term(LocalDate until) {
        return until == null ? "müddətsiz" : DAY.write(until);
    }

    private Decision() {}
}
