"""The heights of a netCDF-4 grid as whole metres: 16-bit little-endian, rows from the south, without the last column,
which repeats the first. Arguments: the grid, the file to write."""

import sys

import h5py
import numpy

with h5py.File(sys.argv[1]) as grid:
    lon, lat, z = grid["lon"][:], grid["lat"][:], grid["z"][:, :-1]
assert lon[0] == 0 and lon[-1] == 360 and lat[0] == -90 and lat[-1] == 90, "the grid does not span the globe"
assert z.shape == (1801, 3600) and not numpy.isnan(z).any(), "the grid is not 0.1 degrees wide"
numpy.rint(z).astype("<i2").tofile(sys.argv[2])
