package az.dost.vahid.check.rehearse;

import az.dost.vahid.connector.Connector;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** A reply that is small on the wire and endless for whoever reads it carelessly. */
final class HostileReply {
    private static final int DEEP = 100_000;
    static final String BOMB = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaaaaaaaa\">"
            + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
            + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">"
            + "<!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">]>";

    /** Proven where the proof is beside the reply: what signs within it would have to read it. */
    static PlayedAgency.Answer to(Connector connector, String reply, Function<byte[], PlayedAgency.Answer> prove) {
        boolean xml = connector.call().xml();
        byte[] hostile = (xml ? xml(reply) : "[".repeat(DEEP) + "]".repeat(DEEP)).getBytes(StandardCharsets.UTF_8);
        return connector.proof().kind() == Connector.ProofKind.JWS_DETACHED
                ? prove.apply(hostile)
                : new PlayedAgency.Answer(hostile, xml ? "text/xml" : "application/json", null);
    }

    private static String xml(String reply) {
        return BOMB + reply.replaceFirst("^<\\?xml[^>]*\\?>\\s*", "").replaceFirst("</", "&f;</");
    }

    private HostileReply() {}
}
