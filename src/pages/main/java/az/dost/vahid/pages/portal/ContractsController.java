package az.dost.vahid.pages.portal;

import az.dost.vahid.pages.web.NotThere;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The contracts: to read, and to take away byte by byte. */
@Controller
final class ContractsController {
    static final String PATH = "/developers";
    private static final String FILES = PATH + "/files/";
    private static final String AS_TEXT = "text";
    private final ContractShelf shelf;
    private final boolean tries;

    /** @param tries whether an operation can be tried here */
    ContractsController(ContractShelf shelf, boolean tries) {
        this.shelf = shelf;
        this.tries = tries;
    }

    @GetMapping(PATH)
    String list(Model model) {
        Map<ShelvedContract.Kind, List<ShelvedContract>> kinds = new EnumMap<>(ShelvedContract.Kind.class);
        shelf.all().stream()
                .filter(contract -> !contract.bundled())
                .forEach(contract -> kinds.computeIfAbsent(contract.getKind(), kind -> new ArrayList<>())
                        .add(contract));
        kinds.values().forEach(contracts -> contracts.sort(Comparator.comparing(ShelvedContract::path)));
        model.addAttribute("kinds", kinds);
        return "portal/contracts";
    }

    @GetMapping(References.PAGES + "{file}")
    String contract(@PathVariable String file, @RequestParam(defaultValue = "") String as, Model model) {
        return show(file, as, model);
    }

    @GetMapping(References.PAGES + "{folder}/{file}")
    String contract(
            @PathVariable String folder,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String as,
            Model model) {
        return show(folder + "/" + file, as, model);
    }

    private String show(String path, String as, Model model) {
        ContractShelf.Shelf now = shelf.now();
        ContractDocument document = now.find(path).orElseThrow(NotThere::new);
        JsonNode tree = document.tree();
        References references = new References(path, now::tree);
        boolean api = tree.has("openapi") && !as.equals(AS_TEXT);
        boolean schema =
                document.about().getKind() == ShelvedContract.Kind.SCHEMA && tree.isObject() && !as.equals(AS_TEXT);
        model.addAttribute("contract", document.about());
        model.addAttribute("api", api ? new ShownApiReader(tree, references).read() : null);
        model.addAttribute("schema", schema ? new SchemaReader(references).shape("", tree, "", false) : null);
        model.addAttribute("text", api || schema ? null : document.text());
        model.addAttribute(
                "readable", tree.has("openapi") || document.about().getKind() == ShelvedContract.Kind.SCHEMA);
        model.addAttribute("tries", tries);
        return "portal/contract";
    }

    @GetMapping(FILES + "{file}")
    ResponseEntity<byte[]> file(@PathVariable String file) {
        return download(file);
    }

    @GetMapping(FILES + "{folder}/{file}")
    ResponseEntity<byte[]> file(@PathVariable String folder, @PathVariable String file) {
        return download(folder + "/" + file);
    }

    private ResponseEntity<byte[]> download(String path) {
        ContractDocument document = shelf.now().find(path).orElseThrow(NotThere::new);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, document.about().type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(path.substring(path.lastIndexOf('/') + 1))
                                .build()
                                .toString())
                .body(document.bytes());
    }
}
