package az.dost.vahid.pages.portal;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contracts of the gateway that answers. Which there are is asked each time, with the token of whoever looks; a
 * text that has been read once is known again by its digest.
 */
final class ContractShelf {
    private static final String LIST = "/v1/catalogue/contracts";
    private static final int MOST_KEPT = 300;
    private final Gateway gateway;
    /** By digest, the one that was looked at longest ago first; guarded by itself. */
    private final Map<String, ContractDocument> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ContractDocument> eldest) {
            return size() > MOST_KEPT;
        }
    };

    ContractShelf(Gateway gateway) {
        this.gateway = gateway;
    }

    List<ShelvedContract> all() {
        return Json.list(gateway.get(LIST).body().path("contracts"), contract -> ShelvedContract.of(contract));
    }

    /** Those of one request: the list is asked for once. */
    Shelf now() {
        return new Shelf(all());
    }

    /** What there is at one moment. */
    final class Shelf {
        private final List<ShelvedContract> all;

        private Shelf(List<ShelvedContract> all) {
            this.all = all;
        }

        List<ShelvedContract> all() {
            return all;
        }

        Optional<ContractDocument> find(String path) {
            return all.stream()
                    .filter(contract -> contract.path().equals(path))
                    .findFirst()
                    .map(ContractShelf.this::read);
        }

        /** Its tree; a missing node for a contract that there is not. */
        JsonNode tree(String path) {
            return find(path).map(ContractDocument::tree).orElseGet(MissingNode::getInstance);
        }
    }

    private ContractDocument read(ShelvedContract contract) {
        synchronized (kept) {
            ContractDocument known = kept.get(contract.sha256());
            if (known != null && known.about().path().equals(contract.path())) {
                return known;
            }
        }
        String[] parts = contract.path().split("/", 2);
        byte[] bytes = (parts.length == 1
                        ? gateway.file(contract.type(), LIST + "/{file}", parts[0])
                        : gateway.file(contract.type(), LIST + "/{folder}/{file}", parts[0], parts[1]))
                .bytes();
        ContractDocument document = new ContractDocument(contract, bytes, tree(contract.type(), bytes));
        // While gateways are upgraded the list may be another one's than the file.
        if (digest(bytes).equals(contract.sha256())) {
            synchronized (kept) {
                kept.put(contract.sha256(), document);
            }
        }
        return document;
    }

    private static JsonNode tree(String type, byte[] bytes) {
        try {
            return switch (type) {
                case "application/yaml" -> Json.yaml().readTree(bytes);
                case "application/json" -> Json.exact().readTree(bytes);
                default -> MissingNode.getInstance();
            };
        } catch (IOException e) {
            // It is shown as the text that it is.
            return MissingNode.getInstance();
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
