package app.heirloom.cli.gallery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.terminal.Said;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that talks to nobody without TLS, with a certificate that it has signed itself. */
class EncryptedDatabaseTest {
    private static final String PASSWORD = "keystore";

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres postgres;
    private static Path certificate;
    private static Path another;

    @BeforeAll
    static void start() throws Exception {
        certificate = certify("server");
        another = certify("another");
        Path data = folder.resolve("postgres");
        try {
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setServerConfig("ssl", "on")
                    .setServerConfig("ssl_cert_file", certificate.toString())
                    .setServerConfig(
                            "ssl_key_file", folder.resolve("server.key").toString())
                    .start();
        } catch (IOException | RuntimeException e) {
            Assumptions.abort("no embedded PostgreSQL with TLS on this machine: " + e.getMessage());
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            Path rules = data.resolve("pg_hba.conf");
            Files.writeString(rules, "hostnossl all all all reject\n" + Files.readString(rules));
            statement.execute("select pg_reload_conf()");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    /** Makes a key and a certificate for localhost, and writes both as PostgreSQL wants them. */
    private static Path certify(String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Path key = Files.createFile(
                folder.resolve(name + ".key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] secret = Objects.requireNonNull(keys.getKey(name, PASSWORD.toCharArray()))
                .getEncoded();
        Files.writeString(key, pem("PRIVATE KEY", secret), StandardOpenOption.WRITE);
        byte[] signed = Objects.requireNonNull(keys.getCertificate(name)).getEncoded();
        return Files.writeString(folder.resolve(name + ".crt"), pem("CERTIFICATE", signed));
    }

    private static String pem(String what, byte[] bytes) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }

    private static Said status(String host, String... options) {
        String url = "postgresql://" + host + ":" + postgres.getPort() + "/postgres?user=postgres";
        String database = String.join("&", List.of(url, String.join("&", options)));
        return new GalleryRun(database, folder.resolve("models")).run("status");
    }

    @Test
    void whoAsksForEncryptionGetsItAndWhoDeclinesItIsRefused() {
        assertThat(status("localhost", "sslmode=require").out()).contains("galleries");
        assertThat(status("localhost", "sslmode=disable").err())
                .startsWith("DATABASE: ")
                .contains("no encryption");
    }

    @Test
    void aServerIsTrustedByItsOwnCertificateAlone() {
        assertThat(status("localhost", "sslmode=verify-full", "sslrootcert=" + certificate)
                        .out())
                .contains("galleries");
        assertThat(status("localhost", "sslmode=verify-full", "sslrootcert=" + another)
                        .err())
                .startsWith("DATABASE: ")
                .contains("SSL error");
        assertThat(status("localhost", "sslmode=verify-full", "sslrootcert=" + folder.resolve("none.crt"))
                        .err())
                .startsWith("DATABASE: ")
                .contains("none.crt");
    }

    @Test
    void aServerOfAnotherNameIsRefused() {
        assertThat(status("127.0.0.1", "sslmode=verify-ca", "sslrootcert=" + certificate)
                        .out())
                .contains("galleries");
        assertThat(status("127.0.0.1", "sslmode=verify-full", "sslrootcert=" + certificate)
                        .err())
                .startsWith("DATABASE: ")
                .contains("127.0.0.1");
    }
}
