package az.dost.vahid.check.form;

import az.dost.vahid.folder.OthersFiles;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One version of an agency's contract, as far as one connector sends or reads something by it. */
public final class ContractVersion {
    private final ContractForms forms;
    private final Map<String, String> traits = new LinkedHashMap<>();
    private final Map<String, ContractLeaf> leaves = new LinkedHashMap<>();
    private final Set<String> wanted = new LinkedHashSet<>();
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
        if (ContractText.of(folder, file).isEmpty()) {
            throw new IllegalStateException(
                    file.getFileName() + " is empty, or longer than " + ContractText.MAX_BYTES + " bytes");
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
        return leaves;
    }

    /** What every call must have and the connector does not send, in words. */
    public Set<String> wanted() {
        return wanted;
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

    void leaves(Map<String, ContractLeaf> more) {
        more.forEach((path, leaf) -> leaves.merge(path, leaf, ContractLeaf::or));
    }

    void wanted(String what) {
        wanted.add(what);
    }

    void ways(Set<String> all) {
        ways.addAll(all);
    }

    void missing(String why) {
        missing = why;
    }
}
