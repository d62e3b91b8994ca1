package az.dost.vahid.spdci;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.GatewayProof;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who may speak the standard with this gateway, as the settings say; nobody else. */
final class Senders {
    private final Map<String, SpdciSettings.Sender> senders;
    private final Map<String, List<X509Certificate>> certificates = new HashMap<>();

    /**
     * @param fault why nothing is sent to an address; empty where something may be
     * @throws StartException when a sender's setting does not say how its messages are proven, or it cannot be called
     *     where it says
     */
    Senders(Map<String, SpdciSettings.Sender> senders, Function<String, Optional<String>> fault) {
        this.senders = Map.copyOf(senders);
        senders.forEach((id, sender) -> {
            String setting = "vahid.spdci.senders." + id;
            if (sender.requester() == null || sender.requester().isBlank()) {
                throw new StartException("Set " + setting + ".requester to the id of a requester");
            }
            if (sender.unsigned() != sender.certificates().isBlank()) {
                throw new StartException("Set " + setting + ".certificates to a file with the certificates of its keys,"
                        + " or " + setting + ".unsigned to true, and not both");
            }
            if (!sender.callback().isBlank() && !sender.callback().endsWith("/")) {
                throw new StartException("Set " + setting + ".callback to an address with a slash at its end");
            }
            if (!sender.callback().isBlank()) {
                fault.apply(sender.callback()).ifPresent(why -> {
                    throw new StartException("Correct " + setting + ".callback: " + why);
                });
            }
            if (!sender.unsigned()) {
                certificates.put(id, read(setting, sender.certificates()));
            }
        });
    }

    private static List<X509Certificate> read(String setting, String file) {
        try {
            return GatewayProof.certificates(Path.of(file));
        } catch (IllegalArgumentException e) {
            throw new StartException(
                    "The file " + file + " (" + setting
                            + ".certificates) does not hold certificates, PEM, one after another",
                    e);
        }
    }

    /** Whether a sender is a system of this requester. */
    boolean are(String sender, String requester) {
        SpdciSettings.Sender known = senders.get(sender);
        return known != null && known.requester().equals(requester);
    }

    boolean none() {
        return senders.isEmpty();
    }

    /** Blank where it has none, or is none any more. */
    String callback(String sender) {
        SpdciSettings.Sender known = senders.get(sender);
        return known == null ? "" : known.callback();
    }

    boolean sign(String sender) {
        return certificates.containsKey(sender);
    }

    List<X509Certificate> certificates(String sender) {
        return certificates.get(sender);
    }
}
