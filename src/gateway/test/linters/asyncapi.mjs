// What AsyncAPI's own parser finds in a contract: a line each, nothing where there is nothing.
import { Parser, fromFile } from '@asyncapi/parser';

const { document, diagnostics } = await fromFile(new Parser(), process.argv[2]).parse();
for (const { severity, code, path, message } of diagnostics) {
    console.log(severity, code, path.join('/'), message);
}
if (document === undefined) {
    console.log('The contract cannot be read');
}
