package az.dost.vahid.mock.soap;

import java.util.HashMap;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.ws.security.SecurityConstants;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.WSS4JConstants;
import org.apache.wss4j.common.cache.MemoryReplayCache;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/** Lets in callers with one UsernameToken, its password digested (WSS UsernameToken Profile 1.1), and a Timestamp. */
final class NamedCaller extends WSS4JInInterceptor {
    private NamedCaller(Map<String, Object> settings) {
        super(settings);
    }

    /** Makes the endpoint demand the name and the password of its only caller, and refuse a token that it has seen. */
    static void only(String username, String password, EndpointImpl endpoint) {
        CallbackHandler passwords = callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof WSPasswordCallback asked && username.equals(asked.getIdentifier())) {
                    asked.setPassword(password);
                }
            }
        };
        endpoint.getInInterceptors()
                .add(new NamedCaller(new HashMap<>(Map.of(
                        ConfigurationConstants.ACTION,
                        ConfigurationConstants.USERNAME_TOKEN + " " + ConfigurationConstants.TIMESTAMP,
                        // A password in the clear would be accepted otherwise.
                        ConfigurationConstants.PASSWORD_TYPE,
                        WSS4JConstants.PW_DIGEST,
                        ConfigurationConstants.PW_CALLBACK_REF,
                        passwords))));
        endpoint.getProperties().put(SecurityConstants.NONCE_CACHE_INSTANCE, new MemoryReplayCache());
        endpoint.getProperties().put(SecurityConstants.ENABLE_TIMESTAMP_CACHE, false);
    }
}
