package org.dorothydispatch.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What lies between a phone and the server. A browser that plays offline lets single requests through while it opens a page;
 * here nothing arrives in a dead spot.
 */
final class MobileNetwork implements AutoCloseable {

    private final int server;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean dead;

    MobileNetwork(int server) {
        this.server = server;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Ends every connection and answers none until {@link #leaveDeadSpot()}. */
    void enterDeadSpot() {
        dead = true;
        open.forEach(MobileNetwork::end);
    }

    void leaveDeadSpot() {
        dead = false;
    }

    @Override
    public void close() {
        enterDeadSpot();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket phone) throws IOException {
        if (dead) {
            end(phone);
            return;
        }
        var far = new Socket(InetAddress.getLoopbackAddress(), server);
        open.add(phone);
        open.add(far);
        if (dead) {
            end(phone);
            end(far);
            return;
        }
        Thread.ofVirtual().start(() -> carry(phone, far));
        Thread.ofVirtual().start(() -> carry(far, phone));
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // The other side hung up, or there is a dead spot.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException ended) {
            // It is what was asked for.
        }
    }
}
