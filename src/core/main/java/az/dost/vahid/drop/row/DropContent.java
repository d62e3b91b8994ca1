package az.dost.vahid.drop.row;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.drop.DropRefused;
import az.dost.vahid.drop.ReceivedDrop;
import az.dost.vahid.signature.DetachedCms;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.Seal;
import az.dost.vahid.signature.xml.SignedRows;
import az.dost.vahid.signature.xml.XmlFactories;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import javax.xml.stream.XMLStreamException;

/** The rows of a received file and their proof: a detached signature is checked before, one within while reading. */
public final class DropContent implements AutoCloseable {
    private final Connector.Drop drop;
    private final CountedContent counted;
    private final long size;
    private Seal seal;
    private SignedRows signedRows;
    private RowReader rows;

    /**
     * @throws DropRefused when the proof beside the file does not hold, or the file cannot even be begun
     * @throws IOException when the file cannot be read
     */
    public DropContent(ConnectorFolder folder, PinnedCertificate pinned, ReceivedDrop received) throws IOException {
        this.drop = folder.connector().drop();
        this.size = Files.size(received.file());
        try {
            if (folder.connector().proof().kind() == Connector.ProofKind.CMS_DETACHED) {
                seal = verify(pinned, received);
                named(received.name().name());
            }
        } catch (ProofException e) {
            throw new DropRefused(e);
        }
        counted = new CountedContent(new BufferedInputStream(Files.newInputStream(received.file()), 1 << 16));
        try {
            rows = rows(
                    folder,
                    pinned,
                    drop.unzip()
                            ? new BoundedContent(new UnzippedContent(counted), drop.maxFileBytes(), counted)
                            : new BoundedContent(counted, drop.maxFileBytes(), null));
        } catch (IOException | RuntimeException e) {
            counted.close();
            throw e;
        }
    }

    /** Kind, date and number stand in the name: it is the one that was signed, where one was. */
    private void named(String name) {
        if (seal.name() == null && drop.nameSigned()) {
            throw new DropRefused(
                    new ProofException(Reason.SIGNATURE_INCOMPLETE, "The signature does not say the file's name"));
        }
        if (seal.name() != null && !seal.name().equals(name)) {
            throw new DropRefused(Reason.TOO_OLD, "The file was signed under another name");
        }
    }

    private static Seal verify(PinnedCertificate pinned, ReceivedDrop received) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(received.file()), 1 << 16)) {
            return new DetachedCms(pinned).verify(in, received.signature());
        }
    }

    private RowReader rows(ConnectorFolder folder, PinnedCertificate pinned, InputStream in) throws IOException {
        Charset charset = LineCharset.of(drop.charset());
        return switch (drop.format()) {
            case CSV -> new CsvRows(new TextLines(in, charset), drop);
            case JSON_LINES -> new JsonLineRows(new TextLines(in, charset));
            case FIXED_WIDTH ->
                new FixedWidthRows(
                        new TextLines(in, charset),
                        Layout.read(folder.text(drop.layout())),
                        new TrailerCheck(drop.trailer()));
            case XML -> xml(pinned, in);
        };
    }

    private RowReader xml(PinnedCertificate pinned, InputStream in) {
        try {
            if (seal != null) {
                return new XmlRows(XmlFactories.large().createXMLStreamReader(in), drop.rows(), drop.row());
            }
            signedRows = new SignedRows(in, pinned, drop.rows());
            return new XmlRows(signedRows.reader(), drop.rows(), drop.row());
        } catch (XMLStreamException | ProofException e) {
            throw new DropRefused(SignedRows.refusal(e));
        }
    }

    public RowReader rows() {
        return rows;
    }

    /**
     * To be asked after the last row.
     *
     * @throws DropRefused when the rows read are not proven
     */
    public Seal seal() {
        try {
            return seal != null ? seal : signedRows.seal();
        } catch (ProofException e) {
            throw new DropRefused(e);
        }
    }

    /** From 0 to 1, by the bytes of the file as it was left. */
    public double share() {
        return size == 0 ? 1 : (double) counted.bytes() / size;
    }

    @Override
    public void close() throws IOException {
        counted.close();
    }
}
