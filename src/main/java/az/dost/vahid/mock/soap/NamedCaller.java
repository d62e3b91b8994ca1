package az.dost.vahid.mock.soap;

import java.util.HashMap;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.WSS4JConstants;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/** Lets in callers with one UsernameToken, its password digested (WSS UsernameToken Profile 1.1), and a Timestamp. */
final class NamedCaller extends WSS4JInInterceptor {
    NamedCaller(String username, String password) {
        super(settings(username, password));
    }

    private static Map<String, Object> settings(String username, String password) {
        CallbackHandler passwords = callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof WSPasswordCallback asked && username.equals(asked.getIdentifier())) {
                    asked.setPassword(password);
                }
            }
        };
        return new HashMap<>(Map.of(
                ConfigurationConstants.ACTION, ConfigurationConstants.USERNAME_TOKEN + " " + ConfigurationConstants.TIMESTAMP,
                // A password in the clear would be accepted otherwise.
                ConfigurationConstants.PASSWORD_TYPE, WSS4JConstants.PW_DIGEST,
                ConfigurationConstants.PW_CALLBACK_REF, passwords));
    }
}
