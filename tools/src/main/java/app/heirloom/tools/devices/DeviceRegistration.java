package app.heirloom.tools.devices;

import app.heirloom.library.device.Device;
import app.heirloom.library.device.Device.Binding;
import app.heirloom.library.device.Device.Root;
import app.heirloom.library.device.Device.Scope;
import app.heirloom.library.device.DeviceId;
import app.heirloom.library.device.Rails;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.RemoteAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes a device known, says that it has moved, or changes its rules. */
public final class DeviceRegistration {
    private final DeviceShelves shelves;
    private final RemoteAccount account;

    public DeviceRegistration(DeviceShelves shelves, RemoteAccount account) {
        this.shelves = shelves;
        this.account = account;
    }

    /**
     * A device that nobody knows yet, with the usual rules.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID when the root is no folder, or is another device's
     */
    public Device add(String name, Path folder, boolean marked) {
        Path root = realPath(folder);
        Optional<DeviceId> found = RootMark.find(root);
        if (found.isPresent()) {
            throw ErrorCode.INVALID.exception("In " + root + " is another device, " + found.get()
                    + ". Use it under its own name, import its export, or remove " + RootMark.NAME
                    + " if nobody needs it any more.");
        }
        DeviceId id = DeviceId.random();
        var device = new Device(id, name, new Root(root, marked), Binding.of(account), Rails.DEFAULT, Scope.ALL);
        if (marked) {
            RootMark.write(root, id);
        }
        save(device);
        return device;
    }

    /** The device is found elsewhere now; fails as INVALID when what is there is not the device. */
    public Device move(Device device, Path folder) {
        Device moved = device.withRoot(new Root(realPath(folder), device.root().marked()));
        RootMark.require(moved);
        if (!FamiliarFiles.of(moved, shelves).areIn(moved.root().folder())) {
            throw ErrorCode.INVALID.exception("Hardly any of the files of " + device.name() + " are in "
                    + moved.root().folder() + ": that is not this device");
        }
        save(moved);
        return moved;
    }

    /** The server has another address, or the rules are others. */
    public Device change(Device device, Rails rails, Scope scope) {
        device.requireBoundTo(account);
        Device changed = device.withBinding(Binding.of(account)).withRules(rails, scope);
        save(changed);
        return changed;
    }

    /** It is called otherwise here. */
    public Device rename(Device device, String name) {
        var renamed = new Device(device.id(), name, device.root(), device.binding(), device.rails(), device.scope());
        save(renamed);
        return renamed;
    }

    private void save(Device device) {
        shelves.transactions().run(() -> shelves.devices().save(device));
    }

    private static Path realPath(Path folder) {
        try {
            Path root = folder.toRealPath();
            if (Files.isDirectory(root)) {
                return root;
            }
        } catch (NoSuchFileException e) {
            throw ErrorCode.INVALID.exception("There is no folder " + folder, e);
        } catch (IOException e) {
            throw ErrorCode.INVALID.exception("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
        throw ErrorCode.INVALID.exception(folder + " is no folder");
    }
}
