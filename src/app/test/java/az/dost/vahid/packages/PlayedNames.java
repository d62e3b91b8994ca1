package az.dost.vahid.packages;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name server that knows what a test tells it, IPv4 only; of any other name it says that there is none. */
final class PlayedNames implements AutoCloseable {
    private static final int HEAD = 12;
    private static final int IPV4 = 1;
    private static final int NO_SUCH_NAME = 3;
    private final Map<String, List<String>> addresses = new ConcurrentHashMap<>();
    private final DatagramSocket socket;

    PlayedNames() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::serve, "played-names");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    void know(String name, String... known) {
        addresses.put(name, List.of(known));
    }

    private void serve() {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        try {
            while (true) {
                packet.setLength(2048);
                socket.receive(packet);
                byte[] answer = answer(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    /** RFC 1035: the question is repeated, and each answer points to its name. */
    private byte[] answer(ByteBuffer asked) throws IOException {
        short id = asked.getShort(0);
        asked.position(HEAD);
        StringBuilder name = new StringBuilder();
        for (int length = asked.get(); length > 0; length = asked.get()) {
            byte[] label = new byte[length];
            asked.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        int type = asked.getShort();
        asked.getShort();
        byte[] question = new byte[asked.position() - HEAD];
        asked.get(HEAD, question);
        List<String> known = addresses.get(name.toString());
        List<String> told = known == null || type != IPV4 ? List.of() : known;
        ByteBuffer answer = ByteBuffer.allocate(2048)
                .putShort(id)
                .putShort((short) (0x8580 | (known == null ? NO_SUCH_NAME : 0)))
                .putShort((short) 1)
                .putShort((short) told.size())
                .putInt(0)
                .put(question);
        for (String address : told) {
            answer.putShort((short) 0xC00C)
                    .putShort((short) IPV4)
                    .putShort((short) 1)
                    .putInt(1)
                    .putShort((short) 4)
                    .put(InetAddress.getByName(address).getAddress());
        }
        return java.util.Arrays.copyOf(answer.array(), answer.position());
    }

    @Override
    public void close() {
        socket.close();
    }
}
