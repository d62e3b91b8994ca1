package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.WSS4JConstants;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.apache.wss4j.dom.handler.RequestData;

/** Signs Body, Timestamp and, where asked for, SignatureConfirmation with the credential that the agency now has. */
final class AnswerSigner extends WSS4JOutInterceptor {
    private static final String PARTS = "{Element}{}Body;{Element}{" + WSS4JConstants.WSU_NS + "}Timestamp;";
    private final DemoKeys keys;
    private final String agency;
    private final String algorithm;

    AnswerSigner(DemoKeys keys, String agency, String algorithm, boolean confirming) {
        super(settings(agency, algorithm, confirming));
        this.keys = keys;
        this.agency = agency;
        this.algorithm = algorithm;
        // The gateway pins the certificate before the first answer is signed.
        keys.agency(agency, algorithm);
    }

    private static Map<String, Object> settings(String agency, String algorithm, boolean confirming) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(
                ConfigurationConstants.ACTION,
                ConfigurationConstants.TIMESTAMP + " " + ConfigurationConstants.SIGNATURE);
        settings.put(ConfigurationConstants.SIGNATURE_USER, agency);
        // WSS4J asks for a password before it asks for the key, which needs none.
        settings.put(ConfigurationConstants.PW_CALLBACK_REF, (CallbackHandler)
                callbacks -> ((WSPasswordCallback) callbacks[0]).setPassword(DemoKeys.PASSWORD));
        settings.put(ConfigurationConstants.SIG_KEY_ID, "DirectReference");
        settings.put(
                ConfigurationConstants.SIG_ALGO,
                algorithm.equals("EC") ? WSS4JConstants.ECDSA_SHA256 : WSS4JConstants.RSA_SHA256);
        settings.put(ConfigurationConstants.SIG_DIGEST_ALGO, WSS4JConstants.SHA256);
        settings.put(ConfigurationConstants.SIG_C14N_ALGO, WSS4JConstants.C14N_EXCL_OMIT_COMMENTS);
        // WSS4J signs the SignatureConfirmation of its own accord.
        settings.put(ConfigurationConstants.SIGNATURE_PARTS, PARTS);
        settings.put(ConfigurationConstants.ENABLE_SIGNATURE_CONFIRMATION, Boolean.toString(confirming));
        return settings;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        Optional<Credential> signer = keys.signer(agency, algorithm);
        if (signer.isPresent()) {
            message.put(PinnedCrypto.class, PinnedCrypto.signing(signer.get()));
            super.handleMessage(message);
        }
    }

    @Override
    public Crypto loadSignatureCrypto(RequestData request) {
        request.setSignatureProvider(DemoKeys.CRYPTO.provider());
        return ((SoapMessage) request.getMsgContext()).get(PinnedCrypto.class);
    }
}
