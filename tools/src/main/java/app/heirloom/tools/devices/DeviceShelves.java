package app.heirloom.tools.devices;

import app.heirloom.library.device.Device;
import app.heirloom.library.device.DeviceRepository;
import app.heirloom.library.device.FileRepository;
import app.heirloom.library.device.ListingRepository;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.transaction.Transactions;

/** Where the state of a device lies. */
public record DeviceShelves(
        DeviceRepository devices, FileRepository files, ListingRepository listings, Transactions transactions) {
    /** Fails as NOT_FOUND when the state is of no device yet. */
    public Device device() {
        return transactions
                .read(devices::find)
                .orElseThrow(() -> ErrorCode.NOT_FOUND.exception(
                        "There is no such device: add it first, as in heirloom device add NAME --root DIR"));
    }
}
