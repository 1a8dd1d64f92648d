//! The zip around the parts: deflated, with one fixed date, so that the bytes depend on
//! nothing but the parts.

use miniz_oxide::deflate::compress_to_vec;

use super::Part;
use crate::export::ExportError;

/// Good compression; the levels above it cost time and save next to nothing.
const LEVEL: u8 = 8;
/// Version 2.0 of the zip format: deflate.
const VERSION: u16 = 20;
const DEFLATED: u16 = 8;
/// Midnight.
const TIME: u16 = 0;
/// 1 January 1980, the first day that zip knows.
const DATE: u16 = 1 << 5 | 1;

/// Packs the parts in their order.
pub(super) fn pack(parts: &[Part]) -> Result<Vec<u8>, ExportError> {
    let mut file = Vec::new();
    let mut directory = Vec::new();
    for part in parts {
        pack_part(part, &mut file, &mut directory)
            .map_err(|_| ExportError::Part { part: part.name.clone(), reason: "quá lớn".into() })?;
    }
    end(parts.len(), &mut file, &directory)
        .map_err(|_| ExportError::Part { part: "zip".into(), reason: "quá lớn".into() })?;
    Ok(file)
}

type TooLarge = std::num::TryFromIntError;

fn pack_part(part: &Part, file: &mut Vec<u8>, directory: &mut Vec<u8>) -> Result<(), TooLarge> {
    let content = part.content.as_bytes();
    let deflated = compress_to_vec(content, LEVEL);
    let offset = u32::try_from(file.len())?;

    // The fields that a part's own header and its entry in the directory share.
    let mut shared = Vec::new();
    for field in [VERSION, 0, DEFLATED, TIME, DATE] {
        shared.extend(field.to_le_bytes());
    }
    for field in [crc32(content), u32::try_from(deflated.len())?, u32::try_from(content.len())?] {
        shared.extend(field.to_le_bytes());
    }
    shared.extend(u16::try_from(part.name.len())?.to_le_bytes());
    shared.extend([0, 0]); // no extra field

    file.extend(b"PK\x03\x04");
    file.extend(&shared);
    file.extend(part.name.as_bytes());
    file.extend(deflated);

    directory.extend(b"PK\x01\x02");
    directory.extend(VERSION.to_le_bytes());
    directory.extend(&shared);
    directory.extend([0; 10]); // no comment, first disk, no attributes
    directory.extend(offset.to_le_bytes());
    directory.extend(part.name.as_bytes());
    Ok(())
}

/// The checksum of zip (CRC-32, ISO 3309), half a byte at a time: the usual tables make it
/// faster by less than a millisecond a file, and the compressed wasm 16 KB larger.
pub(crate) fn crc32(content: &[u8]) -> u32 {
    const HALVES: [u32; 16] = {
        let mut table = [0; 16];
        let mut i = 0;
        while i < 16 {
            let mut crc = i as u32;
            let mut bit = 0;
            while bit < 4 {
                crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
                bit += 1;
            }
            table[i] = crc;
            i += 1;
        }
        table
    };
    let step = |crc: u32| crc >> 4 ^ HALVES[(crc & 15) as usize];
    !content.iter().fold(!0, |crc, byte| step(step(crc ^ u32::from(*byte))))
}

fn end(count: usize, file: &mut Vec<u8>, directory: &[u8]) -> Result<(), TooLarge> {
    let (count, size, offset) =
        (u16::try_from(count)?, u32::try_from(directory.len())?, u32::try_from(file.len())?);
    file.extend(directory);
    file.extend(b"PK\x05\x06");
    file.extend([0; 4]); // one disk
    file.extend(count.to_le_bytes());
    file.extend(count.to_le_bytes());
    file.extend(size.to_le_bytes());
    file.extend(offset.to_le_bytes());
    file.extend([0; 2]); // no comment
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_checksum_is_that_of_other_programs(content in prop::collection::vec(any::<u8>(), 0..2_000)) {
            prop_assert_eq!(super::crc32(&content), crc32fast::hash(&content));
        }
    }
}
