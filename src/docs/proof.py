#!/usr/bin/env python3
"""Recomputes what Vahid signed with nothing of Vahid's: Python's standard library, and openssl for the signatures.

    proof.py receipt receipt.json --certificate vahid.pem [--dossier dossier.json] [--time-stamps time-stamps.pem]
    proof.py rows FOLDER --certificate vahid.pem        the parts of a container, unpacked
    proof.py anchors FOLDER --certificate vahid.pem     roots that were kept outside the database, and whether a receipt's is among them: --receipt

What is recomputed, and why, is in contracts/receipt.schema.json and contracts/evidence.schema.json. Ends with 1 where something does not hold.
"""
import argparse, base64, calendar, hashlib, json, os, re, subprocess, sys, tempfile, time

RECEIPT = ("entry", "sequence", "previous", "path", "roots", "stamp", "renewal")


def sha(data):
    return hashlib.sha256(data).digest()


def decode(text):
    """The one text that stands for these bytes (RFC 4648, section 5, without padding)."""
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    hold(base64.urlsafe_b64encode(data).rstrip(b"=").decode() == text, "base64url has no other characters")
    return data


def read_json(text, members=None):
    """An object with no member twice, and none but these: nothing covers another one."""
    def once(pairs):
        hold(len(dict(pairs)) == len(pairs), "no member stands twice")
        return dict(pairs)
    read = json.loads(text, object_pairs_hook=once)
    hold(isinstance(read, dict), "it is an object")
    hold(members is None or set(read) <= set(members), "it has only the members of the contract")
    return read


def climb(leaf, index, size, path):
    """The root that a leaf's data and its path lead to (RFC 9162, section 2.1.3.2)."""
    hold(0 <= index < size, "the leaf is in the tree")
    node, last, here = index, size - 1, sha(b"\0" + leaf)
    for beside in path:
        hold(last > 0, "the path is not too long")
        if node & 1 or node == last:
            here = sha(b"\1" + beside + here)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            here = sha(b"\1" + here + beside)
        node, last = node >> 1, last >> 1
    hold(last == 0, "the path is not too short")
    return here


def receipt(read, certificate, dossier=None, authority=None):
    """The entry, and when the last stamp was made and its certificate ends; the latter are None where there is none."""
    link = sha(decode(read["previous"]) + read["sequence"].to_bytes(8, "big") + sha(read["entry"].encode()))
    roots = [jws(text, certificate, "vahid-audit-root+json") for text in read["roots"]]
    first = roots[0]
    top = climb(link, read["sequence"] - first["first"], first["last"] - first["first"] + 1, [decode(each) for each in read["path"]])
    hold(top == decode(first["root"]), "the entry's path leads to the root that Vahid signed")
    for before, after in zip(read["roots"], roots[1:]):
        hold(sha(before.encode()) == decode(after["previous"]), "each root names the one before")
    entry = read_json(read["entry"])
    say(f"{entry['kind']} {entry['id']} of {entry['at']} is entry {read['sequence']}, in root {first['number']} signed at {first['at']}")
    if dossier is not None:
        hold(sha(dossier) == decode(entry["digests"]["content"]), "the dossier is the one that the entry is of")
        say("The dossier is the one that the entry is of")
    stamped = read.get("stamp") is not None
    hold(stamped or len(roots) == 1, "the last of several roots is stamped")
    when = ends = None
    if not stamped:
        say("No time-stamp authority has seen it yet")
    elif authority:
        when, ends = stamp(base64.b64decode(read["stamp"], validate=True), read["roots"][-1].encode(), authority)
        say("A time-stamp authority saw it at " + utc(when))
    if "renewal" in read:
        renewed = read["renewal"]
        hold(set(renewed) == {"index", "stamps", "path", "receipt"}, "a renewal has only the members of the contract")
        hold(set(renewed["receipt"]) <= set(RECEIPT), "it has only the members of the contract")
        holding, later, _ = receipt(renewed["receipt"], certificate, authority=authority)
        top = climb(sha(base64.b64decode(read["stamp"])), renewed["index"], renewed["stamps"], [decode(each) for each in renewed["path"]])
        hold(holding["kind"] == "RENEWED" and decode(holding["tree"]) == top, "the stamp is the one that was renewed")
        if later is not None and when is not None:
            say("It was renewed " + ("before" if later <= ends else "AFTER") + " its certificate ended")
    elif ends is not None and ends < time.time():
        say("ITS CERTIFICATE ENDED at " + utc(ends) + ": nothing here shows that the stamp was there before")
    return entry, when, ends


def rows(folder, certificate):
    part = lambda name: content(os.path.join(folder, name))
    index = read_json(part("evidence/index.json"), ("evidence", "proofs"))
    for piece in index["evidence"]:
        if piece["proof"] == "row-of-signed-file":
            row, way = read_json(part(piece["part"]), ("file", "digest", "row", "content")), read_json(part(piece["path"]), ("salt", "path"))
            file = jws(part(piece["statement"]).decode(), certificate, "vahid-file+json")
            hold((file["agency"], file["file"], file["digest"]) == (piece["agency"], row["file"], row["digest"]), "the statement is about the row's file")
            top = climb(decode(way["salt"]) + row["content"].encode(), row["row"] - 1, file["rows"], [decode(each) for each in way["path"]])
            hold(top == decode(file["root"]), "the row's path leads to the root that Vahid signed")
            say(f"{piece['agency']}: row {row['row']} of {file['rows']} of the file {file['digest']}, as Vahid signed at {file['at']}; {agency(file)}")
        else:
            say(f"{piece['agency']}: {piece['proof']}")


def anchors(folder, certificate, receipt_of=None):
    """Every root names the one before: who has the newest has them all."""
    kept = {name: content(os.path.join(folder, name)).decode().strip() for name in sorted(os.listdir(folder)) if re.fullmatch(r"root-\d{12}\.jws", name)}
    hold(kept, "there is an anchor")
    before, number, last = None, None, 0
    for name, text in kept.items():
        root = jws(text, certificate, "vahid-audit-root+json")
        hold(root["number"] == int(name[5:17]), name + " is of its number")
        if number is not None and root["number"] == number + 1:
            hold(decode(root["previous"]) == sha(before.encode()), name + " names the one before")
            if "after" in root:
                hold(root["after"] < number and root["after"] >= 0, name + " goes on after an earlier one")
                say(f"Root {root['number']}: the database was restored; the record goes on after root {root['after']}, and those from {root['after'] + 1} to {number} are kept here alone")
            else:
                hold(root["first"] > last, name + " begins after the one before")
        before, number, last = text, root["number"], root["last"]
    say(f"{len(kept)} roots, the newest number {number} over the entries up to {last}")
    if receipt_of:
        hold(set(receipt_of["roots"]) <= set(kept.values()), "the receipt's roots are anchored")
        say("The receipt's roots are among them")


def agency(file):
    """What the agency itself signed of a file."""
    by = file["signature"]
    if "over" not in by:
        return "the agency's signature can be checked with the file only"
    over, digest = base64.b64decode(by["over"]), bytes.fromhex(by["digest"][len("sha-256:"):])
    # messageDigest (RFC 5652, section 11.2) as DER, or DigestValue in SignedInfo.
    held = bytes.fromhex("06092a864886f70d01090431220420") + digest if by["kind"] == "cms-detached" else b"DigestValue>" + base64.b64encode(digest) + b"<"
    hold(held in over, "the agency signed this digest")
    hold(by["kind"] != "cms-detached" or by["digest"] == file["digest"], "the agency signed this file")
    with tempfile.NamedTemporaryFile() as pem:
        pem.write(openssl("x509", "-inform", "DER", "-in", base64.b64decode(by["certificate"])).stdout)
        pem.flush()
        signed(over, base64.b64decode(by["value"]), pem.name, "the agency's signature holds")
    return f"{file['signer']} signed " + ("this digest" if by["kind"] == "cms-detached" else f"its rows, {by['digest']}")


def jws(text, certificate, kind):
    """The payload of a compact JWS (RFC 7515, ES256) of this kind."""
    header, payload, signature = text.split(".")
    said = read_json(decode(header))
    hold((said["alg"], said["typ"]) == ("ES256", kind) and "crit" not in said, "the JWS is " + kind)
    raw = decode(signature)
    hold(len(raw) == 64, "the signature is r and s, 32 bytes each")
    numbers = b"".join(integer(raw[at:at + 32]) for at in (0, 32))
    signed(f"{header}.{payload}".encode(), b"\x30" + bytes([len(numbers)]) + numbers, certificate, "Vahid's signature holds")
    return read_json(decode(payload))


def integer(big_endian):
    value = int.from_bytes(big_endian, "big")
    data = value.to_bytes(value.bit_length() // 8 + 1, "big")
    return b"\x02" + bytes([len(data)]) + data


def signed(data, signature, certificate, what):
    key = openssl("x509", "-in", certificate, "-pubkey", "-noout").stdout
    hold(openssl("dgst", "-sha256", "-verify", key, "-signature", signature, data).returncode == 0, what)


def stamp(token, data, authority):
    """When it was made, and when the certificate ends by which it holds. The file may have the certificates of before, too."""
    text = openssl("ts", "-reply", "-token_in", "-in", token, "-text").stdout.decode()
    when = calendar.timegm(time.strptime(re.sub(r"\.\d+", "", re.search(r"Time stamp: (.*)", text).group(1)), "%b %d %H:%M:%S %Y GMT"))
    for one in re.findall(rb"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", content(authority), re.S):
        # The authority's certificate has to have been valid then, not now. It is an anchor of trust, whoever issued it.
        with tempfile.NamedTemporaryFile() as pem:
            pem.write(one)
            pem.flush()
            if openssl("ts", "-verify", "-data", data, "-token_in", "-in", token, "-CAfile", pem.name, "-partial_chain", "-attime", str(when)).returncode == 0:
                end = openssl("x509", "-in", pem.name, "-noout", "-enddate").stdout.decode().strip().split("=")[1]
                return when, calendar.timegm(time.strptime(end, "%b %d %H:%M:%S %Y GMT"))
    raise ValueError("the time-stamp holds")


def utc(seconds):
    return time.strftime("%b %d %H:%M:%S %Y GMT", time.gmtime(seconds))


def openssl(*arguments):
    """Runs openssl; an argument that is bytes stands for a file with them."""
    with tempfile.TemporaryDirectory() as folder:
        line = ["openssl"]
        for number, argument in enumerate(arguments):
            if isinstance(argument, bytes):
                argument, data = os.path.join(folder, str(number)), argument
                with open(argument, "wb") as file:
                    file.write(data)
            line.append(argument)
        return subprocess.run(line, capture_output=True)


def hold(true, what):
    if not true:
        raise ValueError(what)


def say(sentence):
    print(sentence + ".")


def content(file):
    with open(file, "rb") as opened:
        return opened.read()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = options.add_subparsers(dest="command", required=True)
    one = commands.add_parser("receipt")
    one.add_argument("receipt")
    one.add_argument("--dossier", type=content)
    one.add_argument("--time-stamps")
    all_rows = commands.add_parser("rows")
    all_rows.add_argument("folder")
    outside = commands.add_parser("anchors")
    outside.add_argument("folder")
    outside.add_argument("--receipt")
    for command in (one, all_rows, outside):
        command.add_argument("--certificate", required=True)
    given = options.parse_args()
    try:
        if given.command == "receipt":
            receipt(read_json(content(given.receipt), RECEIPT), given.certificate, given.dossier, given.time_stamps)
        elif given.command == "anchors":
            anchors(given.folder, given.certificate, given.receipt and read_json(content(given.receipt)))
        else:
            rows(given.folder, given.certificate)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as fault:
        sys.exit(f"DOES NOT HOLD: {fault}")


if __name__ == "__main__":
    main()
