package app.heirloom.cli.device;

import app.heirloom.cli.remote.SettingsFolder;
import app.heirloom.cli.terminal.TerminalProgress;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.server.Logging;
import app.heirloom.storage.device.DeviceStorage;
import app.heirloom.tools.Progress;
import app.heirloom.tools.devices.Complaint;
import app.heirloom.tools.devices.DeviceShelves;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which device, said alike by every command. */
final class DeviceOptions {
    private static final String SUFFIX = ".db";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,63}");

    @Parameters(paramLabel = "NAME", index = "0", description = "What you call the device.")
    private String name = "";

    @Option(
            names = "--device-dir",
            paramLabel = "DIR",
            description = "Folder of what is known of devices, instead of the usual place for settings.")
    private @Nullable Path folder;

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    String name() {
        return name;
    }

    /** The file with all that is known of the device; fails as INVALID when no file can have the device's name. */
    Path file() {
        if (!NAME.matcher(name).matches()) {
            throw ErrorCode.INVALID.exception("'" + name
                    + "' is no name for a device: take letters, digits, dots, dashes and spaces, 64 at most");
        }
        return folder().resolve(name + SUFFIX);
    }

    /** The state files of all other devices that are known here. */
    List<Path> otherFiles() {
        Path own = file();
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(SUFFIX) && !file.equals(own))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw ErrorCode.INVALID.exception("Cannot list " + folder() + ": " + e.getMessage(), e);
        }
    }

    private Path folder() {
        return folder == null ? SettingsFolder.file("devices") : folder;
    }

    /** Does the work on a device that is known; fails as NOT_FOUND when it is not. */
    <T> T use(Function<DeviceShelves, T> work) {
        requireKnown();
        try (DeviceStorage storage = open()) {
            return work.apply(shelves(storage));
        }
    }

    /** Fails as NOT_FOUND when nothing is known of the device. */
    void requireKnown() {
        if (Files.notExists(file())) {
            throw ErrorCode.NOT_FOUND.exception("There is no device " + name + " in " + folder()
                    + ": add it first, as in heirloom device add " + name + " --root DIR");
        }
    }

    DeviceStorage open() {
        Logging.configure();
        return DeviceStorage.open(file(), InstantSource.system());
    }

    static DeviceShelves shelves(DeviceStorage storage) {
        return new DeviceShelves(storage.devices(), storage.files(), storage.listings(), storage.transactions());
    }

    PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    Progress progress() {
        return new TerminalProgress(err());
    }

    synchronized void complain(Complaint complaint) {
        err().println(complaint.path() + ": " + complaint.reason());
        err().flush();
    }
}
