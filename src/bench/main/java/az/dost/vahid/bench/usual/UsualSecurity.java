package az.dost.vahid.bench.usual;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.signature.key.RequestSignature;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.ws.security.wss4j.DefaultCryptoCoverageChecker;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.WSS4JConstants;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.springframework.core.env.Environment;

/** WS-Security of one CXF client. */
final class UsualSecurity {
    static void add(Client client, Connector connector, UsualTls stores, Environment settings) {
        switch (connector.auth().kind()) {
            case WSS_X509 ->
                client.getOutInterceptors().add(signing(stores, connector.auth().signature()));
            case WSS_USERNAME -> client.getOutInterceptors().add(named(connector, settings));
            default -> {}
        }
        Map<String, Object> in = new HashMap<>();
        Merlin trusted = new Merlin();
        trusted.setTrustStore(stores.trusted(connector.id()));
        in.put(
                ConfigurationConstants.ACTION,
                ConfigurationConstants.TIMESTAMP + " " + ConfigurationConstants.SIGNATURE);
        in.put("trusted", trusted);
        in.put(ConfigurationConstants.SIG_VER_PROP_REF_ID, "trusted");
        in.put(ConfigurationConstants.IS_BSP_COMPLIANT, "false");
        in.put(
                ConfigurationConstants.ENABLE_SIGNATURE_CONFIRMATION,
                Boolean.toString(connector.auth().kind() == Connector.AuthKind.WSS_X509));
        client.getInInterceptors().add(new WSS4JInInterceptor(in));
        DefaultCryptoCoverageChecker coverage = new DefaultCryptoCoverageChecker();
        coverage.setSignBody(true);
        coverage.setSignTimestamp(true);
        client.getInInterceptors().add(coverage);
    }

    private static WSS4JOutInterceptor signing(UsualTls stores, RequestSignature signature) {
        Merlin own = new Merlin();
        own.setKeyStore(stores.own(signature.alias()));
        Map<String, Object> out = new HashMap<>();
        out.put(
                ConfigurationConstants.ACTION,
                ConfigurationConstants.TIMESTAMP + " " + ConfigurationConstants.SIGNATURE);
        out.put(ConfigurationConstants.SIGNATURE_USER, signature.alias());
        out.put("own", own);
        out.put(ConfigurationConstants.SIG_PROP_REF_ID, "own");
        out.put(ConfigurationConstants.PW_CALLBACK_REF, password(stores.password()));
        out.put(ConfigurationConstants.SIG_KEY_ID, "DirectReference");
        out.put(ConfigurationConstants.SIG_ALGO, signature.uri());
        out.put(ConfigurationConstants.SIG_DIGEST_ALGO, WSS4JConstants.SHA256);
        out.put(
                ConfigurationConstants.SIGNATURE_PARTS,
                "{Element}{}Body;{Element}{" + WSS4JConstants.WSU_NS + "}Timestamp;");
        out.put(ConfigurationConstants.ENABLE_SIGNATURE_CONFIRMATION, "true");
        return new WSS4JOutInterceptor(out);
    }

    private static WSS4JOutInterceptor named(Connector connector, Environment settings) {
        Map<String, Object> out = new HashMap<>();
        out.put(
                ConfigurationConstants.ACTION,
                ConfigurationConstants.TIMESTAMP + " " + ConfigurationConstants.USERNAME_TOKEN);
        out.put(ConfigurationConstants.USER, connector.auth().username());
        out.put(ConfigurationConstants.PASSWORD_TYPE, WSS4JConstants.PW_DIGEST);
        out.put(
                ConfigurationConstants.PW_CALLBACK_REF,
                password(settings.getRequiredProperty(
                        "vahid.secrets." + connector.auth().secret())));
        return new WSS4JOutInterceptor(out);
    }

    private static CallbackHandler password(String password) {
        return callbacks -> ((WSPasswordCallback) callbacks[0]).setPassword(password);
    }

    private UsualSecurity() {}
}
