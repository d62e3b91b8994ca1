package az.dost.vahid.mock.kit;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

public record Credential(PrivateKey key, X509Certificate certificate) {}
