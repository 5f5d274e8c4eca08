package dev.streakline.architecture.planted.commonscsvonlyinformat.cli.format;

import org.apache.commons.csv.CSVFormat;

record ProperReader(CSVFormat format) {}
