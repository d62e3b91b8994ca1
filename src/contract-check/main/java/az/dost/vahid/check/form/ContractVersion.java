package az.dost.vahid.check.form;

import az.dost.vahid.folder.OthersFiles;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One version of an agency's contract, as far as one connector sends or reads something by it. */
public final class ContractVersion {
    private final ContractForms forms;
    private final Map<String, String> traits = new LinkedHashMap<>();
    private final LeafList leaves = new LeafList();
    private final LeafList asked = new LeafList();
    private final Set<String> wanted = new LinkedHashSet<>();
    private final Set<String> refused = new LinkedHashSet<>();
    private final Set<String> ways = new LinkedHashSet<>();
    private String missing;

    private ContractVersion(ContractForms forms) {
        this.forms = forms;
    }

    /**
     * @param file of the contract
     * @param folder that nothing of the contract leaves
     * @param descriptor content of connector.yaml
     * @param request as it is sent; null when there is none
     * @param reply a reply or row as it comes; null when there is none
     * @throws IllegalStateException when the file cannot be read
     */
    public static ContractVersion of(OthersFiles folder, Path file, JsonNode descriptor, String request, String reply) {
        folder.refused(file, ContractText.MAX_BYTES).ifPresent(why -> {
            throw new IllegalStateException(file.getFileName() + " " + why);
        });
        if (ContractText.of(folder, file).isEmpty()) {
            throw new IllegalStateException(file.getFileName() + " is empty");
        }
        ContractVersion version = new ContractVersion(AgencyForms.of(folder, file, descriptor, request));
        VersionReader reader = new VersionReader(version, descriptor);
        switch (ContractKind.of(descriptor, file)) {
            case SOAP -> reader.soap(folder, file, request);
            case XML -> reader.xml(folder, file, reply);
            case JSON -> reader.json(folder, file);
            case GRAPHQL -> reader.graphql(folder, file, request);
            case LAYOUT -> reader.layout(folder, file);
            case NONE -> version.missing("nothing can be compared with it");
        }
        return version;
    }

    /** By which requests and replies can be held to it. */
    public ContractForms forms() {
        return forms;
    }

    /** What is said of the call around its documents, by what it is of. */
    public Map<String, String> traits() {
        return traits;
    }

    /** What replies or rows hold, by path as mappings see it, without marks of repetition. */
    public Map<String, ContractLeaf> leaves() {
        return leaves.all();
    }

    /** What every call must have and the connector does not send, in words. */
    public Set<String> wanted() {
        return wanted;
    }

    /** What it refuses of the address and headers that the connector sends, in words. */
    public Set<String> refused() {
        return refused;
    }

    /** How the contract lets somebody ask, each way in words; empty where it says nothing. */
    public Set<String> ways() {
        return ways;
    }

    /** Why the connector's call cannot be made by it at all; null where it can. */
    public String missing() {
        return missing;
    }

    /** What keeps it from being read whole. */
    public List<ContractTrouble> troubles() {
        return forms.troubles();
    }

    void trait(String of, String value) {
        traits.put(of, value);
    }

    /** The path of the leaf that describes a value of a reply; empty where the contract does not describe it. */
    public Optional<String> describing(String path) {
        return leaves.describing(path);
    }

    /** Whether the contract describes more than {@link #leaves} has. */
    public boolean isCut() {
        return leaves.isCut();
    }

    /**
     * Whether the contract describes a value of a request that is JSON or a form: one that it does not may be taken,
     * and passed over. True for any other request, which is held to its whole form.
     *
     * @param path in the request
     */
    public boolean asks(String path) {
        return asked.all().isEmpty() || asked.describing(path).isPresent();
    }

    void asked(LeafList more) {
        asked.addAll(more);
    }

    void leaves(LeafList more) {
        leaves.addAll(more);
    }

    void wanted(String what) {
        wanted.add(what);
    }

    void refused(String what) {
        refused.add(what);
    }

    void ways(Set<String> all) {
        ways.addAll(all);
    }

    void missing(String why) {
        missing = why;
    }
}
